import { controlApi } from '#shared/control-api/contract.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { attachmentDisposition } from '../content-disposition.ts';
import type { Route } from '../endpoint-route.ts';

export function addTlsRoutes(route: Route, { authority }: Pick<PostOffice, 'authority'>): void {
  route(controlApi.getCertificateAuthority, () => ({
    caFile: authority.caFile,
    fingerprint: authority.fingerprint,
    validUntil: authority.validUntil.toISOString(),
    names: [...authority.names],
  }));
  route(
    controlApi.getCertificateAuthorityFile,
    () =>
      new Response(authority.caPem, {
        headers: {
          'Content-Type': 'application/x-pem-file',
          'Content-Disposition': attachmentDisposition('restante-ca.pem'),
        },
      }),
  );
}
