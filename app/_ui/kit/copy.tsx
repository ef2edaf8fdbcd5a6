'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, type ButtonTone, IconButton } from './button.tsx';
import { Input } from './input.tsx';

/** `navigator.clipboard` is missing on plain http away from localhost: then an old way that still works. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.position = 'fixed';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('copying is not allowed');
}

const shownMs = 2000;

/** Copies and says so. Without `label`: an icon alone. */
export function CopyButton({ text, label, tone }: { text: string; label?: string; tone?: ButtonTone }) {
  const t = useTranslations('common');
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy() {
    await copyText(text);
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), shownMs);
  }
  const icon = copied ? 'done' : 'copy';
  return (
    <>
      {label ? (
        <Button tone={tone} icon={icon} onClick={copy}>
          {copied ? t('copied') : label}
        </Button>
      ) : (
        <IconButton tone={tone} icon={icon} label={t('copy')} onClick={copy} />
      )}
      <span role="status" className="sr-only">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
}

/** A line to take away: a key, a link, an id. */
export function CopyField({ label, value, hint }: { label: string; value: string; hint?: ReactNode }) {
  return (
    <Input
      label={label}
      hint={hint}
      value={value}
      readOnly
      className="font-mono"
      onFocus={(event) => event.target.select()}
      trailing={<CopyButton text={value} />}
    />
  );
}

/** Several lines of code or a command. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <div className="code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keys */}
      <section tabIndex={0} aria-label={label}>
        <pre>{code}</pre>
      </section>
      <CopyButton text={code} />
    </div>
  );
}
