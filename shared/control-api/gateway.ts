import { z } from 'zod';
import { channelNameSchema } from '../agent.ts';
import { gatewaySchema, patchGatewaySchema } from '../gateway.ts';
import { checkGatewaySchema, gatewayCheckSchema } from '../gateway-check.ts';
import type { Endpoint } from './endpoint.ts';

/** The gateway: one SMTP server and one API for all agents. */
export const gatewayApi = {
  getGateway: {
    method: 'GET',
    path: '/api/gateway',
    summary: 'The gateway, its ports, and what it refused because no Mail Agent could be found',
    status: 200,
    response: gatewaySchema,
  },
  patchGateway: {
    method: 'PATCH',
    path: '/api/gateway',
    summary: 'Switch the gateway on or off, or change its ports; what is left out stays',
    body: patchGatewaySchema,
    status: 200,
    response: gatewaySchema,
  },
  takeFreeGatewayPort: {
    method: 'POST',
    path: '/api/gateway/channels/:channel/free-port',
    summary: 'Give a channel of the gateway the next free port and start it',
    params: z.object({ channel: channelNameSchema }),
    status: 200,
    response: gatewaySchema,
  },
  checkGateway: {
    method: 'POST',
    path: '/api/gateway/check',
    summary:
      'Whether ZeptoMail’s public hosts lead to this Restante; connects to loopback addresses only, whatever the names resolve to',
    body: checkGatewaySchema,
    status: 200,
    response: gatewayCheckSchema,
  },
} as const satisfies Record<string, Endpoint>;
