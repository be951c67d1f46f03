import { answerQuestion } from '../../api/ask-worker.ts';
import { htmlTokens } from './html-tokens.ts';
import type { HtmlTokens } from './html-tokens.ts';

export interface SourceQuestion {
  readonly html: string;
  /** Whether to indent it first. */
  readonly pretty: boolean;
}

export interface PreparedSource {
  readonly html: string;
  readonly tokens: HtmlTokens;
}

answerQuestion(async (question): Promise<PreparedSource> => {
  const { html, pretty } = question as SourceQuestion;
  const shown = pretty ? await indented(html) : html;
  return { html: shown, tokens: htmlTokens(shown) };
});

/** Each element in a line of its own, indented; styles too. No word and no attribute is changed. */
async function indented(html: string): Promise<string> {
  const { default: beautify } = await import('js-beautify');
  return beautify.html(html, { indent_size: 2, wrap_line_length: 0, indent_scripts: 'normal' });
}
