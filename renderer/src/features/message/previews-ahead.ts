import { createContext } from 'react';

/** The messages that may be opened next and have HTML, or may have: only the frame is concerned when they change. */
export const PreviewsAhead = createContext<readonly string[]>([]);
