import { magicAddresses } from '#shared/magic-address.ts';
import type { MagicAddress } from '#shared/magic-address.ts';
import { CopyIconButton } from '../../ui/CopyIconButton.tsx';
import { Section } from '../../ui/Section.tsx';
import classes from './DeliveryPage.module.css';
import { kindWords } from './outcome-words.ts';

/** The addresses that play an outcome by themselves. */
export function MagicSection() {
  return (
    <Section
      title="Magic addresses"
      about="Mail to one of these comes to its outcome at once, at any domain and with any +tag. ZeptoMail’s sandbox has such addresses but does not publish them, so the names are Restante’s."
    >
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">Address</th>
            <th scope="col">Comes to</th>
          </tr>
        </thead>
        <tbody>
          {magicAddresses.map((magic) => {
            const address = `${magic.localPart}@example.com`;
            return (
              <tr key={magic.localPart}>
                <td>
                  <div className={classes['address']}>
                    <code>{address}</code>
                    <CopyIconButton value={address} what={address} />
                  </div>
                </td>
                <td>{magicWords(magic)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

function magicWords({ kind, category }: MagicAddress): string {
  if (kind === 'click') {
    return `${kindWords.click} the first link`;
  }
  return category === undefined ? kindWords[kind] : `${kindWords[kind]}: ${category}`;
}
