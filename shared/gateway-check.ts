import { z } from 'zod';
import { regionIds } from './zeptomail-hosts.ts';

/** Which of ZeptoMail's public hosts are to lead here. */
export const checkGatewaySchema = z.strictObject({
  region: z.enum(regionIds).default('com'),
  /** Also the host that gives OAuth tokens. */
  oauth: z.boolean().default(false),
});
export type CheckGateway = z.infer<typeof checkGatewaySchema>;

const checkStepSchema = z.object({
  /** resolve: the name leads to this machine. connect: something listens. starttls: it offers TLS. tls: it is Restante. */
  step: z.enum(['resolve', 'connect', 'starttls', 'tls']),
  /** `127.0.0.1:443`; empty for resolve. */
  place: z.string(),
  passed: z.boolean(),
  /** What was found; when it did not pass, what is missing. */
  text: z.string(),
});
export type CheckStep = z.infer<typeof checkStepSchema>;

/** One host, with its steps up to the first of each port that did not pass. */
const hostCheckSchema = z.object({
  host: z.string(),
  works: z.boolean(),
  steps: z.array(checkStepSchema),
});
export type HostCheck = z.infer<typeof hostCheckSchema>;

export const gatewayCheckSchema = z.object({ works: z.boolean(), hosts: z.array(hostCheckSchema) });
export type GatewayCheck = z.infer<typeof gatewayCheckSchema>;
