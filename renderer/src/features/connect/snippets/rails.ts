import type { Connection } from '../connection.ts';
import { quoted } from '../quoting.ts';

/** Rails' config/environments/development.rb. */
export function railsSnippet(connection: Connection): string {
  return `config.action_mailer.delivery_method = :smtp
config.action_mailer.default_options = { from: ${quoted(connection.from)} }
config.action_mailer.smtp_settings = {
  address: ${quoted(connection.host)},
  port: ${connection.smtpPort},
  user_name: ${quoted(connection.user)},
  password: ${quoted(connection.token)},
  authentication: :plain,
  enable_starttls: true,
  ca_file: ${quoted(connection.caFile)}
}
`;
}
