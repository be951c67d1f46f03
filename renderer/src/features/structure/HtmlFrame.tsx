import classes from './HtmlFrame.module.css';

/** HTML of the mail in a frame of another origin that may run nothing and load nothing from elsewhere. */
export function HtmlFrame({ viewUrl, title }: { readonly viewUrl: string; readonly title: string }) {
  return (
    <iframe
      // A new frame for a new address: navigating the old one would leave an entry in the history.
      key={viewUrl}
      className={classes['frame']}
      src={viewUrl}
      title={title}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
    />
  );
}
