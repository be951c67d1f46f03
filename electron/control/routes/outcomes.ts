import { categoriesOf } from '#shared/bounce.ts';
import { controlApi } from '#shared/control-api/contract.ts';
import type { RecipientOutcomes } from '#shared/control-api/outcomes.ts';
import { RestanteError } from '#shared/errors.ts';
import type { MessageDetail } from '#shared/message.ts';
import type { Outcome, PlannedOutcome, PlayOutcome } from '#shared/outcome.ts';
import { standingOf } from '#shared/standing.ts';
import { processingFailure } from '#shared/verdict.ts';
import type { PostOffice } from '../../post-office/post-office.ts';
import { clickableLinks } from '../../road/clickable-links.ts';
import type { Route } from '../endpoint-route.ts';

type Message = Omit<MessageDetail, 'previewUrl'>;

/** What was played to a message's recipients, and playing more by hand. */
export function addOutcomeRoutes(
  route: Route,
  {
    agents,
    archive,
    ledger,
    outcomes,
    outcomeScript,
  }: Pick<PostOffice, 'agents' | 'archive' | 'ledger' | 'outcomes' | 'outcomeScript'>,
): void {
  async function messageOf(id: string): Promise<Message> {
    const message = await archive.detail(id);
    if (message === undefined) {
      throw new RestanteError('message.not-found', { id });
    }
    return message;
  }

  async function linksIn(id: string): Promise<readonly string[]> {
    const found = await archive.html(id);
    return found === undefined ? [] : clickableLinks(found.html, ledger.tracked);
  }

  route(controlApi.countShowing, async ({ params }) => {
    const message = await messageOf(params.id);
    const { agentId, id: messageId } = message;
    const tracked = ledger.tracked.ofMessage(messageId);
    const counted =
      tracked !== undefined && message.sending?.trackOpens === true && agents.get(agentId).tracking.preview;
    if (counted) {
      outcomes.play({ agentId, messageId, recipient: tracked.recipient, kind: 'open', origin: 'preview' });
    }
    return { counted };
  });

  route(controlApi.getOutcomeRules, ({ params }) => ({
    rules: [...outcomeScript.rules(agents.get(params.id).id)],
  }));
  route(controlApi.putOutcomeRules, ({ params, body }) => {
    outcomeScript.putRules(agents.get(params.id).id, body.rules);
    return body;
  });
  route(controlApi.listOutcomes, async ({ params }) => {
    const message = await messageOf(params.id);
    await outcomeScript.caughtUp();
    const recipients = byRecipient(message, ledger.outcomes.of(message.id), ledger.plans.of(message.id));
    return { recipients, links: [...(await linksIn(message.id))] };
  });
  route(controlApi.playOutcome, async ({ params, body }) => {
    const message = await messageOf(params.id);
    const recipients = recipientsOf(message, body);
    const links = body.link === undefined ? [] : await linksIn(message.id);
    judge(body, links);
    const { kind, category, link } = body;
    return {
      outcomes: recipients.map((recipient) =>
        outcomes.play({
          agentId: message.agentId,
          messageId: message.id,
          recipient,
          kind,
          origin: 'person',
          category,
          link,
        }),
      ),
    };
  });
}

/** Everybody that the envelope names, and whoever else anything was played to. */
function byRecipient(
  { envelope, verdicts }: Message,
  outcomes: readonly Outcome[],
  plans: readonly PlannedOutcome[],
): RecipientOutcomes[] {
  const isUnprocessed = processingFailure(verdicts) !== undefined;
  const all = new Set([...envelope.rcptTo, ...outcomes.map(({ recipient }) => recipient)]);
  return [...all].map((recipient) => {
    const own = {
      outcomes: outcomes.filter((outcome) => outcome.recipient === recipient),
      planned: plans.filter((plan) => plan.recipient === recipient),
    };
    return { recipient, standing: standingOf({ ...own, isUnprocessed }), ...own };
  });
}

function recipientsOf({ envelope }: Message, { recipient }: PlayOutcome): readonly string[] {
  if (recipient === undefined) {
    return envelope.rcptTo;
  }
  const found = envelope.rcptTo.find((address) => address.toLowerCase() === recipient.toLowerCase());
  if (found === undefined) {
    throw refused('recipient', `${recipient} is no recipient of this message.`);
  }
  return [found];
}

function judge({ kind, category, link }: PlayOutcome, links: readonly string[]): void {
  if (category !== undefined && !categoriesOf(kind).includes(category)) {
    throw refused('category', `“${category}” is no category of ${kind}.`);
  }
  if (kind === 'click' && link === undefined) {
    throw refused('link', 'A click needs one of the message’s links.');
  }
  if (link !== undefined && (kind !== 'click' || !links.includes(link))) {
    throw refused(
      'link',
      kind === 'click' ? 'The message has no such link.' : 'A link belongs to a click only.',
    );
  }
}

function refused(field: string, reason: string): RestanteError {
  return new RestanteError('outcome.invalid', { reason }, { field });
}
