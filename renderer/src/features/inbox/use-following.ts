import { useSessionStorage } from '@mantine/hooks';
import { useEffect, useEffectEvent } from 'react';

/** Whether this window always shows the newest message; kept until it is closed. */
export function useFollowing(): readonly [boolean, (following: boolean) => void] {
  const [following, setFollowing] = useSessionStorage({
    key: 'restante.following',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return [following, setFollowing];
}

/** While following, calls `show` with the newest message whenever there is another one. */
export function useFollow(following: boolean, newest: string | undefined, show: (id: string) => void): void {
  const showLatest = useEffectEvent(show);
  useEffect(() => {
    if (following && newest !== undefined) {
      showLatest(newest);
    }
  }, [following, newest]);
}
