import { Announcer } from '../../electron/road/announcer.ts';
import { openRoad } from '../../electron/road/road.ts';
import { mail, parcel } from './parcel.ts';

/**
 * The child of the kill test: sends mail into the road from ten hands without pause, and writes the id of each message to
 * stdout once it was accepted. Argument: the data folder.
 */
const [, , folder = ''] = process.argv;
const road = await openRoad({ folder, announcer: new Announcer() });

async function sendOnAndOn(hand: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const subject = `Mail ${n} of hand ${hand}`;
    const size = n % 25 === 0 ? 200_000 : 3000;
    const { id } = await road.intake.accept(parcel(mail(subject, 'x'.repeat(size))));
    process.stdout.write(`${id} ${subject}\n`);
  }
}

await Promise.all(Array.from({ length: 10 }, (_, hand) => sendOnAndOn(hand)));
