import type { Connection } from '../connection.ts';
import { curlSnippet } from './curl.ts';
import { djangoSnippet } from './django.ts';
import { goSnippet } from './go.ts';
import { laravelSnippet } from './laravel.ts';
import { nodemailerSnippet } from './nodemailer.ts';
import { phpSnippet } from './php.ts';
import { pythonSnippet } from './python.ts';
import { railsSnippet } from './rails.ts';
import { springSnippet } from './spring.ts';
import { zeptomail6Snippet, zeptomail8Snippet } from './zeptomail-sdk.ts';

export interface Snippet {
  readonly id: string;
  readonly title: string;
  /** The file that it belongs into, or how it is run. */
  readonly where: string;
  readonly door: 'smtp' | 'api';
  readonly write: (connection: Connection) => string;
}

/** Every snippet of the Connect page, in the order shown. */
export const snippets = [
  { id: 'nodemailer', title: 'Nodemailer', where: 'send.mjs', door: 'smtp', write: nodemailerSnippet },
  { id: 'zeptomail-8', title: 'ZeptoMail SDK 8', where: 'send.mjs', door: 'api', write: zeptomail8Snippet },
  { id: 'zeptomail-6', title: 'ZeptoMail SDK 6', where: 'send.mjs', door: 'api', write: zeptomail6Snippet },
  { id: 'curl', title: 'curl', where: 'Terminal', door: 'api', write: curlSnippet },
  { id: 'python', title: 'Python', where: 'send.py', door: 'smtp', write: pythonSnippet },
  { id: 'laravel', title: 'Laravel', where: '.env', door: 'smtp', write: laravelSnippet },
  { id: 'django', title: 'Django', where: 'settings.py', door: 'smtp', write: djangoSnippet },
  {
    id: 'rails',
    title: 'Rails',
    where: 'config/environments/development.rb',
    door: 'smtp',
    write: railsSnippet,
  },
  { id: 'spring', title: 'Spring Boot', where: 'application.properties', door: 'smtp', write: springSnippet },
  { id: 'php', title: 'PHPMailer', where: 'send.php', door: 'smtp', write: phpSnippet },
  { id: 'go', title: 'Go', where: 'main.go', door: 'api', write: goSnippet },
] as const satisfies readonly Snippet[];

export type SnippetId = (typeof snippets)[number]['id'];
