import { z } from 'zod';

// The page's Content-Security-Policy forbids eval. Zod looks for it when a schema is made, and the browser reports
// the look as a violation: so this module comes before the first schema.
z.config({ jitless: true });
