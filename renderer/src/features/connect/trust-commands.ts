import { powershellQuoted, quoted, shellQuoted } from './quoting.ts';

export interface TrustCommand {
  readonly id: string;
  readonly title: string;
  /** What it changes, and for whom. */
  readonly scope: string;
  readonly command: string;
}

/** How to make systems and runtimes trust the local authority whose certificate is in `caFile`. */
export function trustCommands(caFile: string): readonly TrustCommand[] {
  const file = shellQuoted(caFile);
  return [
    {
      id: 'node',
      title: 'Node.js',
      scope: 'This shell only; nothing on the system changes.',
      command: `export NODE_EXTRA_CA_CERTS=${file}`,
    },
    {
      id: 'macos',
      title: 'macOS',
      scope: 'Your login keychain.',
      command: `security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db ${file}`,
    },
    {
      id: 'windows',
      title: 'Windows',
      scope: 'Your user account, in PowerShell.',
      command: `Import-Certificate -CertStoreLocation Cert:\\CurrentUser\\Root -FilePath ${powershellQuoted(caFile)}`,
    },
    {
      id: 'debian',
      title: 'Debian, Ubuntu',
      scope: 'The whole system.',
      command: `sudo cp ${file} /usr/local/share/ca-certificates/restante.crt && sudo update-ca-certificates`,
    },
    {
      id: 'fedora',
      title: 'Fedora, RHEL',
      scope: 'The whole system.',
      command: `sudo cp ${file} /etc/pki/ca-trust/source/anchors/restante.pem && sudo update-ca-trust`,
    },
    {
      id: 'chromium',
      title: 'Chromium on Linux, Firefox',
      scope:
        'Chromium: your NSS database. Firefox keeps its own: Settings › Certificates › Authorities › Import.',
      command: `certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Restante -i ${file}`,
    },
    {
      id: 'java',
      title: 'Java',
      scope: 'The trust store of the JDK on the path.',
      command: `keytool -importcert -noprompt -cacerts -storepass changeit -alias restante -file ${file}`,
    },
    {
      id: 'python',
      title: 'Python',
      scope: 'This shell only. It replaces the other authorities, so keep it to development.',
      command: `export SSL_CERT_FILE=${file} REQUESTS_CA_BUNDLE=${file}`,
    },
    {
      id: 'php',
      title: 'PHP',
      scope: 'php.ini of your development machine.',
      command: `openssl.cafile=${quoted(caFile)}`,
    },
  ];
}
