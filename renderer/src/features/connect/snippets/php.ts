import type { Connection } from '../connection.ts';
import { quoted } from '../quoting.ts';

/** PHPMailer over SMTP with STARTTLS, the certificate checked. */
export function phpSnippet(connection: Connection): string {
  return `<?php
require 'vendor/autoload.php';

$mail = new PHPMailer\\PHPMailer\\PHPMailer(true);
$mail->isSMTP();
$mail->Host = ${quoted(connection.host)};
$mail->Port = ${connection.smtpPort};
$mail->SMTPAuth = true;
$mail->SMTPSecure = 'tls';
$mail->Username = ${quoted(connection.user)};
$mail->Password = ${quoted(connection.token)};
$mail->SMTPOptions = ['ssl' => ['cafile' => ${quoted(connection.caFile)}]];

$mail->setFrom(${quoted(connection.from)});
$mail->addAddress(${quoted(connection.to)});
$mail->Subject = 'Hello from PHPMailer';
$mail->msgHTML('<p>It works.</p>');
$mail->send();
`;
}
