import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Section } from '../../ui/Section.tsx';
import { framedHtml } from './framed-html.ts';
import { type TemplateDraft, previewOf } from './template-draft.ts';
import classes from './TemplatePreview.module.css';
import { usePreview } from './use-templates.ts';

/** Milliseconds after the last key. */
const pause = 200;

const fieldNames = { subject: 'Subject', htmlbody: 'HTML', textbody: 'Text' } as const;

interface TemplatePreviewProps {
  readonly agentId: string;
  readonly draft: TemplateDraft;
}

/** What the draft comes to with its sample, and which variables it uses and misses. */
export function TemplatePreview({ agentId, draft }: TemplatePreviewProps) {
  const [settled] = useDebouncedValue(draft, pause);
  const preview = usePreview(agentId, previewOf(settled));
  if (!preview) {
    return null;
  }
  const { subject, html, text, missing, variables, problem } = preview;
  return (
    <Section title="Preview" about="As it would be sent with the sample. Remote images are not loaded here.">
      {problem && (
        <Warning>
          {fieldNames[problem.field]}: {problem.message}
        </Warning>
      )}
      {missing.length > 0 && (
        <Warning>
          Not in the sample, and so empty: <Names names={missing} />
        </Warning>
      )}
      <p className={classes['subject']}>{subject}</p>
      {html !== null && (
        <iframe
          className={classes['frame']}
          title="The filled template as HTML"
          sandbox=""
          referrerPolicy="no-referrer"
          srcDoc={framedHtml(html)}
        />
      )}
      {text !== null && <pre className={classes['text']}>{text}</pre>}
      <p className={classes['variables']}>
        {variables.length === 0 ? 'No variables.' : 'Variables: '}
        <Names names={variables} />
      </p>
    </Section>
  );
}

function Warning({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes['warning']} role="status">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <p>{children}</p>
    </div>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return names.map((name, at) => (
    <span key={name}>
      {at > 0 && ', '}
      <code className={classes['code']}>{name}</code>
    </span>
  ));
}
