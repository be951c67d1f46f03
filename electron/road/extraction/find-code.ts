import { enough, features, namings } from './code-features.ts';
import type { MailFacts } from './code-features.ts';
import { factsOf, intentsIn, nameIn, offersDiscount } from './code-facts.ts';
import type { CodeFacts } from './code-facts.ts';
import { plainLine } from './fold.ts';
import { joinedCells } from './joined-cells.ts';
import type { SeenLine, SeenText } from './seen-text.ts';

/** A one-time code. */
export interface FoundCode {
  /** As one would type it. */
  readonly typed: string;
  /** As the mail writes it. */
  readonly written: string;
}

interface Scored extends FoundCode {
  readonly points: number;
}

/** Points for a code that is found in more than one of subject, HTML and text. */
const agreement = 1;
/** So many equally good ones are a list: recovery codes, vouchers. */
const tooMany = 4;

/** The one-time code that a person would find in this mail, or null. */
export function findCode(subject: string, bodies: readonly SeenText[]): FoundCode | null {
  const subjectLine = plainLine(subject);
  const seen = bodies.map(({ lines }) => joinedCells(lines));
  const mail = new WholeMail(subjectLine, seen);
  const places = [
    factsOf([{ text: subjectLine, emphases: [], row: null }], true),
    ...seen.map((lines) => factsOf(lines)),
  ];
  const best = new Map<string, Scored>();
  for (const facts of places) {
    for (const scored of bestOfPlace(facts, mail)) {
      const other = best.get(scored.typed);
      const better = other === undefined || scored.points > other.points ? scored : other;
      best.set(scored.typed, other === undefined ? better : { ...better, points: better.points + agreement });
    }
  }
  const ranked = [...best.values()]
    .filter(({ points }) => points >= enough)
    .toSorted((a, b) => b.points - a.points);
  const [first] = ranked;
  if (first === undefined || ranked.filter(({ points }) => points > first.points - 1).length >= tooMany) {
    return null;
  }
  return { typed: first.typed, written: first.written };
}

/** Looks through the mail only for what a candidate makes it ask for: most mail has none. */
class WholeMail implements MailFacts {
  readonly subjectNames: MailFacts['subjectNames'];
  readonly #bodies: readonly (readonly SeenLine[])[];
  #intents: number | undefined;
  #offersDiscount: boolean | undefined;

  constructor(subject: string, bodies: readonly (readonly SeenLine[])[]) {
    this.subjectNames = nameIn(subject);
    this.#bodies = bodies;
  }

  get intents(): number {
    return (this.#intents ??= Math.max(0, ...this.#bodies.map(intentsIn)));
  }

  get offersDiscount(): boolean {
    return (this.#offersDiscount ??= this.#bodies.some(offersDiscount));
  }
}

/** Each value once, with the points of its best place. */
function bestOfPlace(facts: readonly CodeFacts[], mail: MailFacts): Scored[] {
  const best = new Map<string, Scored>();
  for (const fact of facts) {
    const points = pointsOf(fact, mail);
    const { typed, written } = fact.candidate;
    if (points > (best.get(typed)?.points ?? 0)) {
      best.set(typed, { typed, written, points });
    }
  }
  return [...best.values()];
}

function pointsOf(facts: CodeFacts, mail: MailFacts): number {
  const naming = namings.find(({ holds }) => holds(facts, mail));
  if (naming === undefined) {
    return 0;
  }
  return features
    .filter(({ holds }) => holds(facts, mail))
    .reduce((sum, { points }) => sum + points, naming.points);
}
