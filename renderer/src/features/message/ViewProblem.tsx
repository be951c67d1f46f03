import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** Stands where a view could not be loaded. */
export function ViewProblem({ children }: { readonly children: ReactNode }) {
  return (
    <EmptyState icon={<IconAlertTriangle size={32} stroke={1.4} />} title="This could not be loaded">
      {children}
    </EmptyState>
  );
}
