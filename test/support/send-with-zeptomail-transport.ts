/**
 * Sends one mail with nodemailer-zeptomail-transport as it is, in a process of its own: NODE_EXTRA_CA_CERTS counts
 * only there. The transport insists on https://zeptomail.zoho.com:443, so that the connection is led to our port
 * as a hosts-file entry and a port forwarding would. Arguments: port, token, JSON of the mail. Prints the answer.
 */
import https from 'node:https';
import { createTransport } from 'nodemailer';
import { ZeptomailTransport } from 'nodemailer-zeptomail-transport';

const [port = '', apiKey = '', mail = ''] = process.argv.slice(2);

const connect = https.globalAgent.createConnection.bind(https.globalAgent);
https.globalAgent.createConnection = (options, callback) =>
  connect({ ...options, host: '127.0.0.1', port: Number(port) }, callback);

const transport = createTransport(
  new ZeptomailTransport({ apiKey }) as unknown as Parameters<typeof createTransport>[0],
);
try {
  const { response } = (await transport.sendMail(JSON.parse(mail) as object)) as { response: unknown };
  process.stdout.write(JSON.stringify({ response }));
} catch (error) {
  process.stdout.write(JSON.stringify({ error: error instanceof Error ? error.message : error }));
}
