import type { Connection } from '../connection.ts';
import { propertiesValue } from '../quoting.ts';

/** Spring Boot's application.properties: implicit TLS with an SSL bundle that holds the authority. */
export function springSnippet(connection: Connection): string {
  return `spring.mail.host=${connection.host}
spring.mail.port=${connection.smtpsPort}
spring.mail.username=${connection.user}
spring.mail.password=${propertiesValue(connection.token)}
spring.mail.properties.mail.smtp.auth=true
spring.mail.ssl.enabled=true
spring.mail.ssl.bundle=restante
spring.ssl.bundle.pem.restante.truststore.certificate=${propertiesValue(`file:${connection.caFile}`)}
`;
}
