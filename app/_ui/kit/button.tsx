import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from '../drawings/icon.tsx';
import { classNames } from './class-names.ts';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

interface Look {
  /** One primary per region: ink is the action colour. */
  tone?: ButtonTone;
  size?: ButtonSize;
  /** As wide as its place. */
  wide?: boolean;
  icon?: IconName;
}

function lookClasses({ tone = 'secondary', size = 'medium', wide }: Look, extra?: string | false): string {
  return classNames('button', `button-${tone}`, size !== 'medium' && `button-${size}`, wide && 'button-wide', extra);
}

export function Spinner({ small = false }: { small?: boolean }) {
  return <span className={classNames('spinner', small && 'spinner-small')} aria-hidden="true" />;
}

export type ButtonProps = Look &
  Omit<ComponentProps<'button'>, 'type'> & { type?: 'button' | 'submit'; pending?: boolean };

/** `pending`: shows the spinner, keeps its place and focus, ignores clicks. */
export function Button({
  tone,
  size,
  wide,
  icon,
  pending = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      className={lookClasses({ tone, size, wide }, className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest['aria-disabled']}
      // Neither submits nor acts while it waits; not `disabled`, which would drop the focus.
      type={pending ? 'button' : type}
      onClick={pending ? undefined : onClick}
    >
      {pending ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export type IconButtonProps = Omit<ButtonProps, 'icon' | 'wide' | 'children' | 'aria-label'> & {
  icon: IconName;
  label: string;
};

/** An icon alone: the label is read aloud and shown as a title. */
export function IconButton({ icon, label, className, tone = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      tone={tone}
      className={classNames('button-icon', className)}
      icon={icon}
      aria-label={label}
      title={label}
    />
  );
}

type LinkProps = ComponentProps<typeof Link>;

/** Looks like a button, goes like a link. */
export function ButtonLink({ tone, size, wide, icon, className, children, ...rest }: Look & LinkProps) {
  return (
    <Link {...rest} className={lookClasses({ tone, size, wide }, className)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

/** A quiet action inside text or a row: azure, no box. */
export function TextButton({
  className,
  ...rest
}: Omit<ComponentProps<'button'>, 'type'> & { type?: 'button' | 'submit' }) {
  return <button type="button" {...rest} className={classNames('text-button', className)} />;
}

export function TextLink({ className, ...rest }: LinkProps & { children: ReactNode }) {
  return <Link {...rest} className={classNames('text-button', className)} />;
}
