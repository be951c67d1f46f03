import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { CheckGateway, CheckStep, HostCheck } from '#shared/gateway-check.ts';
import { call } from '../../../api/client.ts';
import { announce } from '../../../ui/announce.ts';
import { notifyOfError } from '../../../ui/notify.ts';
import { Section } from '../../../ui/Section.tsx';
import classes from './HostsCheck.module.css';

const stepWords: Readonly<Record<CheckStep['step'], string>> = {
  resolve: 'Name',
  connect: 'Port',
  starttls: 'STARTTLS',
  tls: 'Certificate',
};

/** The button that tells, host by host and step by step, whether the three steps above work. */
export function HostsCheck({ region, oauth }: Required<CheckGateway>) {
  const check = useMutation({
    mutationFn: () => call('checkGateway', { body: { region, oauth } }),
    onSuccess: ({ works }) => announce(works ? 'Everything works' : 'Something is missing'),
    onError: (error) => notifyOfError(error),
  });
  return (
    <Section
      title="4. Check it"
      about="Resolves each name on this machine, connects to its ports and verifies the certificate. Nothing but this machine is ever connected to: where a name leads elsewhere, the check stops."
    >
      <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        Check now
      </Button>
      {check.data && (
        <div className={classes['result']}>
          <p className={classes['verdict']} data-works={check.data.works || undefined}>
            {check.data.works
              ? 'It works: applications on this machine that speak to ZeptoMail reach Restante.'
              : 'Something is missing.'}
          </p>
          <ul className={classes['hosts']}>
            {check.data.hosts.map((host) => (
              <CheckedHost key={host.host} checked={host} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function CheckedHost({ checked }: { readonly checked: HostCheck }) {
  return (
    <li className={classes['host']}>
      <h3 className={classes['name']}>
        <Mark passed={checked.works} />
        {checked.host}
      </h3>
      <ul className={classes['steps']}>
        {checked.steps.map(({ step, place, passed, text }) => (
          <li key={`${step} ${place}`} className={classes['step']}>
            <Mark passed={passed} />
            <span className={classes['what']}>
              {stepWords[step]} {place !== '' && <code className={classes['place']}>{place}</code>}
            </span>
            <span className={classes['text']}>{text}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Mark({ passed }: { readonly passed: boolean }) {
  const Icon = passed ? IconCircleCheck : IconCircleX;
  return (
    <Icon
      size={16}
      className={classes['mark']}
      data-passed={passed || undefined}
      role="img"
      aria-label={passed ? 'works' : 'missing'}
    />
  );
}
