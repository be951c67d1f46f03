import { SandboxedFrame } from '../../ui/SandboxedFrame.tsx';
import classes from './HtmlFrame.module.css';

/** HTML of the mail that loads nothing from elsewhere, on the white sheet that it is written for. */
export function HtmlFrame({ viewUrl, title }: { readonly viewUrl: string; readonly title: string }) {
  return <SandboxedFrame key={viewUrl} address={viewUrl} title={title} className={classes['frame']} />;
}
