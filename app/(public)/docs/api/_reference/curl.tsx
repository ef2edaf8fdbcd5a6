'use client';
import { CopyButton } from '../../../../_ui/kit/copy.tsx';
import { isApiKey } from './api-key-text.ts';
import { useReference } from './reference-state.tsx';

/** A command; what is shown keeps the key short, what is copied holds it whole. */
export function Curl({ code, placeholder, label }: { code: string; placeholder: string; label: string }) {
  const { apiKey } = useReference();
  const known = isApiKey(apiKey);
  return (
    <div className="code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keys */}
      <section tabIndex={0} aria-label={label}>
        <pre>{known ? code.replaceAll(placeholder, `${apiKey.slice(0, 7)}…`) : code}</pre>
      </section>
      <CopyButton text={known ? code.replaceAll(placeholder, apiKey) : code} />
    </div>
  );
}
