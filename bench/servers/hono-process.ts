// A bare Hono route that parses the same JSON and answers 201: the upper bound for any API built on it.
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.post('/v1.1/email', async (context) => {
  const body: unknown = await context.req.json();
  return context.json({ message: 'OK', fields: Object.keys(body as object).length }, 201);
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`hono on ${port}`));
process.on('SIGTERM', () => process.exit(0));
