import './app/without-eval.ts';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assertNonNullable } from '#shared/assert.ts';
import { App } from './app/App.tsx';

const root = document.getElementById('root');
assertNonNullable(root, 'index.html has it');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
