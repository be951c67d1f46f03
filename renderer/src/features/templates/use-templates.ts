import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TemplatePreview, TemplateSummary, TemplateView } from '#shared/template.ts';
import { call } from '../../api/client.ts';
import { useAppEvents } from '../../api/event-stream-context.tsx';
import { queryKeys } from '../../api/query-keys.ts';
import type { PreviewRequest } from './template-draft.ts';

interface Asked<T> {
  /** Undefined until it is known. */
  readonly data: T | undefined;
  readonly error: Error | null;
}

/** The templates of an agent, newest first. */
export function useTemplates(agentId: string): Asked<readonly TemplateSummary[]> {
  const client = useQueryClient();
  useAppEvents((event) => {
    if (event.type === 'connected') {
      void client.invalidateQueries({ queryKey: queryKeys.templatesOf(agentId) });
    }
  });
  return useQuery({
    queryKey: queryKeys.templates(agentId),
    queryFn: async ({ signal }) =>
      (await call('listTemplates', { params: { id: agentId } }, { signal })).templates,
  });
}

/** One template as it is kept; null as the key asks for none. */
export function useTemplate(agentId: string, key: string | null): Asked<TemplateView> {
  return useQuery({
    queryKey: queryKeys.template(agentId, key ?? ''),
    queryFn: ({ signal }) => call('getTemplate', { params: { id: agentId, key: key ?? '' } }, { signal }),
    enabled: key !== null,
  });
}

/** What a draft comes to; the one before stays until the next is known, so that typing does not flicker. */
export function usePreview(agentId: string, request: PreviewRequest): TemplatePreview | undefined {
  return useQuery({
    queryKey: queryKeys.templatePreview(agentId, request),
    queryFn: ({ signal }) => call('previewTemplate', { params: { id: agentId }, body: request }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  }).data;
}
