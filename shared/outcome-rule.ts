import { z } from 'zod';
import { bounceCategorySchema, categoriesOf } from './bounce.ts';
import { outcomeKindSchema } from './outcome.ts';

/** Mail to a recipient comes to an outcome after a delay; of several rules the first that fits decides. */
export const outcomeRuleSchema = z
  .strictObject({
    /** An address in which `*` stands for anything: `*@bounce.example.com`. */
    recipient: z.string().trim().toLowerCase().min(1).max(320),
    kind: outcomeKindSchema,
    /** Of a bounce; null takes the likeliest of its kind. */
    category: bounceCategorySchema.nullable().default(null),
    delaySeconds: z
      .number()
      .int()
      .min(0)
      .max(7 * 24 * 60 * 60)
      .default(0),
  })
  .refine(({ kind, category }) => category === null || categoriesOf(kind).includes(category), {
    path: ['category'],
    error: 'This is no category of this outcome.',
  });
export type OutcomeRule = z.infer<typeof outcomeRuleSchema>;

export const outcomeRulesSchema = z.array(outcomeRuleSchema).max(100);

/** Whether a rule's pattern covers an address, whatever its case. */
export function ruleCovers({ recipient }: Pick<OutcomeRule, 'recipient'>, address: string): boolean {
  const [first = '', ...others] = recipient.toLowerCase().split('*');
  const given = address.toLowerCase();
  const last = others.pop();
  if (last === undefined) {
    return given === first;
  }
  if (!given.startsWith(first)) {
    return false;
  }
  // Greedy from the left, without a regular expression: a pattern of many stars must not take long.
  let at = first.length;
  for (const piece of others) {
    const found = given.indexOf(piece, at);
    if (found < 0) {
      return false;
    }
    at = found + piece.length;
  }
  return given.length - last.length >= at && given.endsWith(last);
}
