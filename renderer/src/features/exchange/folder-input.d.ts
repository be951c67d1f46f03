import 'react';

declare module 'react' {
  interface InputHTMLAttributes<T> {
    /** Has the file chooser choose a folder. */
    webkitdirectory?: string;
  }
}
