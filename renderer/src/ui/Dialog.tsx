import { Modal } from '@mantine/core';
import type { ModalProps } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { useState } from 'react';

/** A dialog of which nothing is rendered before it is opened first: a message alone has two, and a closed one costs too. */
export function Dialog(props: ModalProps) {
  const [wasOpened, setWasOpened] = useState(props.opened);
  if (props.opened && !wasOpened) {
    setWasOpened(true);
  }
  return wasOpened && <Present {...props} />;
}

/** A dialog that is there remembers what has the focus when it opens, so it is there first. */
function Present({ opened, ...rest }: ModalProps) {
  const isThere = useMounted();
  return <Modal {...rest} opened={opened && isThere} />;
}
