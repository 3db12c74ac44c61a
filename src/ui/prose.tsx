import { memo } from 'react';

/** Our own Markdown, rendered when the site was built. Never given anything that a user typed. */
export const Prose = memo(function Prose({ html }: { readonly html: string }) {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
});
