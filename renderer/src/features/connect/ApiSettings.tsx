import { Section } from '../../ui/Section.tsx';
import type { Connection } from './connection.ts';
import { Setting, Settings } from './Setting.tsx';

interface ApiSettingsProps {
  readonly connection: Connection;
  readonly hasToken: boolean;
}

/** What a client of ZeptoMail's API asks for. */
export function ApiSettings({ connection, hasToken }: ApiSettingsProps) {
  const { apiUrl, apisUrl, token } = connection;
  return (
    <Section title="ZeptoMail API">
      <Settings>
        <Setting name="Base address" value={apiUrl} what="the API’s base address" />
        <Setting name="With TLS" value={apisUrl} what="the API’s base address with TLS" />
        <Setting name="Send a mail" value="POST /v1.1/email" what="the path of the send call" />
        {hasToken && (
          <>
            <Setting
              name="Authorization"
              value={`Zoho-enczapikey ${token}`}
              what="the Authorization header"
              secret
            />
            <Setting name="Token" value={token} what="the send mail token" secret />
          </>
        )}
      </Settings>
    </Section>
  );
}
