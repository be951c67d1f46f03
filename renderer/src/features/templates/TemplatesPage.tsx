import { Button } from '@mantine/core';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { notifyOfError } from '../../ui/notify.ts';
import { SplitPanes } from '../../ui/SplitPanes.tsx';
import { forgetDraft } from './kept-draft.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateList } from './TemplateList.tsx';
import { useTemplate, useTemplates } from './use-templates.ts';

const icon = <IconTemplate size={36} stroke={1.4} />;

/** The templates of an agent: written, tried with a sample, copied and deleted. */
export function TemplatesPage({ agentId }: { readonly agentId: string }) {
  const client = useQueryClient();
  const templates = useTemplates(agentId);
  const [open, setOpen] = useState<string | null>(null);
  const [deleting, setDeleting] = useState(false);
  const key = open === 'new' ? null : open;
  const template = useTemplate(agentId, key);

  async function copy(): Promise<void> {
    if (key === null) {
      return;
    }
    try {
      const made = await call('copyTemplate', { params: { id: agentId, key } });
      await client.invalidateQueries({ queryKey: queryKeys.templates(agentId) });
      setOpen(made.key);
    } catch (error) {
      notifyOfError(error, 'The template could not be copied');
    }
  }

  async function remove(): Promise<void> {
    if (key !== null) {
      await call('deleteTemplate', { params: { id: agentId, key } });
      forgetDraft(agentId, key);
      setOpen(null);
      await client.invalidateQueries({ queryKey: queryKeys.templates(agentId) });
    }
  }

  if (templates.error) {
    return (
      <EmptyState icon={icon} title="The templates cannot be shown">
        {templates.error.message}
      </EmptyState>
    );
  }
  if (!templates.data) {
    return null;
  }
  if (templates.data.length === 0 && open === null) {
    return (
      <EmptyState
        icon={icon}
        title="No templates yet"
        actions={
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')} id="new-template">
            New template
          </Button>
        }
      >
        A template is a subject and a body with variables like {'{{name}}'}. Your application sends its key
        and the values, as with ZeptoMail; here you see what comes of them, and what is missing.
      </EmptyState>
    );
  }
  return (
    <>
      <SplitPanes
        name="templates"
        first={
          <TemplateList
            templates={templates.data}
            chosen={key}
            onChoose={setOpen}
            onCreate={() => setOpen('new')}
          />
        }
        firstSize={{ start: 260, min: 180, max: 600 }}
        second={
          open === null || template.error ? (
            <EmptyState
              icon={icon}
              title={template.error ? 'The template cannot be shown' : 'Nothing selected'}
            >
              {template.error?.message ?? 'Choose a template to change it, and to see what it comes to.'}
            </EmptyState>
          ) : (
            (open === 'new' || template.data) && (
              <TemplateEditor
                key={open}
                agentId={agentId}
                template={template.data}
                onSaved={(saved) => setOpen(saved.key)}
                onCopy={() => void copy()}
                onDelete={() => setDeleting(true)}
              />
            )
          )
        }
      />
      <ConfirmDialog
        opened={deleting}
        title="Delete this template?"
        action="Delete template"
        onConfirm={remove}
        onClose={() => setDeleting(false)}
        focusAfter={() => document.getElementById('new-template')}
      >
        Sends that name “{template.data?.name}” are refused from then on. Messages that were made from it
        stay.
      </ConfirmDialog>
    </>
  );
}
