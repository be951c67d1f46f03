import { Button } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../ui/Section.tsx';
import { DeliveryRow } from './DeliveryRow.tsx';
import classes from './DeliveryLog.module.css';
import type { useDeliveries } from './use-deliveries.ts';

/** What was sent to the webhooks; each delivery opens in its place. */
export function DeliveryLog({ log }: { readonly log: ReturnType<typeof useDeliveries> }) {
  const { deliveries, loading, error, loadMore, keep } = log;
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Section title="Deliveries" about="What fails is tried again after 10 s, 1, 5 and 30 minutes.">
      {deliveries.length === 0 ? (
        !loading && (
          <p className={classes['none']}>
            {error?.message ?? 'Nothing yet. Send a test, or play an outcome of a message.'}
          </p>
        )
      ) : (
        <ul className={classes['list']} aria-label="Deliveries">
          {deliveries.map((delivery) => (
            <DeliveryRow
              key={delivery.id}
              delivery={delivery}
              open={delivery.id === open}
              onToggle={() => setOpen(delivery.id === open ? null : delivery.id)}
              onSentAgain={keep}
            />
          ))}
        </ul>
      )}
      {loadMore && (
        <Button variant="default" onClick={loadMore}>
          Show older ones
        </Button>
      )}
    </Section>
  );
}
