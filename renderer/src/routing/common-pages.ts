/** The names of the pages that belong to no agent. */
export const commonPageNames = {
  codes: 'Error codes',
  management: 'Management API',
  compare: 'Comparison',
} as const;
