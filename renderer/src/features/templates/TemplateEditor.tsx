import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agent } from '#shared/agent.ts';
import type { TemplateView } from '#shared/template.ts';
import { ApiError, call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { Section } from '../../ui/Section.tsx';
import { useAgent } from '../agents/use-agents.ts';
import { CodeBlock } from '../connect/CodeBlock.tsx';
import { connectionOf } from '../connect/connection.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { sendSnippet } from './send-snippet.ts';
import { type DraftProblems, type TemplateDraft, draftOf, isSame, requestOf } from './template-draft.ts';
import classes from './TemplateEditor.module.css';
import { TemplatePreview } from './TemplatePreview.tsx';

/** Code is written in these. */
const source = { spellCheck: false, classNames: { input: classes['source'] ?? '' } };

interface TemplateEditorProps {
  readonly agentId: string;
  /** Undefined for a new one. */
  readonly template: TemplateView | undefined;
  readonly onSaved: (template: TemplateView) => void;
  readonly onCopy: () => void;
  readonly onDelete: () => void;
}

/** A template being written, with its live preview beside it and the program that sends it. */
export function TemplateEditor(props: TemplateEditorProps) {
  const { agentId, template, onSaved, onCopy, onDelete } = props;
  const client = useQueryClient();
  const agent = useAgent(agentId);
  const draftKey = template?.key ?? 'new';
  const [saved, setSaved] = useState(() => draftOf(template));
  const [draft, setDraft] = useState(() => keptDraft(agentId, draftKey, saved));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [busy, setBusy] = useState(false);
  const unsaved = !isSame(draft, saved);

  function change(next: TemplateDraft): void {
    setDraft(next);
    setProblems({});
    if (isSame(next, saved)) {
      forgetDraft(agentId, draftKey);
    } else {
      keepDraft(agentId, draftKey, next);
    }
  }

  /** The properties of the input of a field. */
  function field(name: keyof TemplateDraft) {
    return {
      value: draft[name],
      error: problems[name],
      onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
        change({ ...draft, [name]: event.currentTarget.value });
      },
    };
  }

  async function save(): Promise<void> {
    const request = requestOf(draft);
    if (request.body === undefined) {
      setProblems(request.problems);
      return;
    }
    setBusy(true);
    try {
      const { body } = request;
      const answer = await (template
        ? call('patchTemplate', { params: { id: agentId, key: template.key }, body })
        : call('createTemplate', { params: { id: agentId }, body }));
      forgetDraft(agentId, draftKey);
      setSaved(draftOf(answer));
      setDraft(draftOf(answer));
      client.setQueryData(queryKeys.template(agentId, answer.key), answer);
      await client.invalidateQueries({ queryKey: queryKeys.templates(agentId) });
      onSaved(answer);
    } catch (error) {
      if (error instanceof ApiError && error.field !== undefined && error.field in draft) {
        setProblems({ [error.field]: error.message });
      } else {
        notifyOfError(error, 'The template could not be saved');
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={classes['page']}>
      <form
        noValidate
        className={classes['fields']}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Group gap="xs">
          <Button type="submit" loading={busy} disabled={template !== undefined && !unsaved}>
            {template ? 'Save' : 'Create template'}
          </Button>
          {template && (
            <>
              <Button variant="default" disabled={unsaved} onClick={onCopy}>
                Copy
              </Button>
              <Button variant="default" onClick={onDelete}>
                Delete…
              </Button>
            </>
          )}
          {unsaved && (
            <Button variant="subtle" onClick={() => change(saved)}>
              Discard changes
            </Button>
          )}
          <span className={classes['quiet']} role="status">
            {unsaved ? 'Not saved yet' : ''}
          </span>
        </Group>
        {template && (
          <p className={classes['key']}>
            <span className={classes['quiet']}>Key</span>{' '}
            <code className={classes['code']}>{template.key}</code>
            <CopyIconButton value={template.key} what="the template key" />
          </p>
        )}
        <TextInput label="Name" required {...field('name')} />
        <TextInput
          label="Alias"
          description="A name of your own that a send may use instead of the key"
          {...field('alias')}
        />
        <TextInput label="Subject" required {...field('subject')} />
        <Textarea label="HTML" {...source} rows={14} {...field('htmlbody')} />
        <Textarea label="Text" {...source} rows={6} {...field('textbody')} />
        <Textarea
          label="Sample merge info"
          description="JSON that fills the variables in the preview"
          {...source}
          rows={8}
          {...field('sampleMergeInfo')}
        />
      </form>
      <div className={classes['result']}>
        <TemplatePreview agentId={agentId} draft={draft} />
        {template && agent && <SendSection template={template} agent={agent} />}
      </div>
    </div>
  );
}

function SendSection({ template, agent }: { readonly template: TemplateView; readonly agent: Agent }) {
  const connection = connectionOf(agent, undefined);
  return (
    <Section title="Send it">
      <CodeBlock
        code={sendSnippet(connection, template.key, template.sampleMergeInfo)}
        caption="send.mjs, with the official SDK"
        what="the program that sends this template"
        secret={connection.token}
      />
    </Section>
  );
}
