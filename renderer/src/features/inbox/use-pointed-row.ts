import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryKeys } from '../../api/query-keys.ts';
import { messageQuery } from '../message/message-query.ts';

/** A pointer that only crosses the rows is on each for less (milliseconds). */
const restMs = 60;

/** Notes the message of the row that the pointer comes to rest on: it is likely to be opened next. */
export function usePointedRow(): (id: string | undefined) => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (id) => {
    clearTimeout(timer.current);
    if (id !== undefined) {
      timer.current = setTimeout(() => client.setQueryData(queryKeys.pointedAt, id), restMs);
    }
  };
}

/** Asks for the message of a row that is pressed, and has its HTML asked for: by the click that follows both are on their way. */
export function usePressedRow(): (id: string | undefined) => void {
  const client = useQueryClient();
  return (id) => {
    if (id !== undefined) {
      client.setQueryData(queryKeys.pointedAt, id);
      // Who opens it is told what is wrong.
      void client.query(messageQuery(id)).catch(() => undefined);
    }
  };
}
