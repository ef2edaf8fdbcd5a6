import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A sheet of paper. `padded` for free content; rows, tables and facts bring their own margins. */
export function Plate({
  padded = false,
  title,
  level: Heading = 'h2',
  meta,
  className,
  children,
  ...rest
}: Omit<ComponentProps<'div'>, 'title'> & {
  padded?: boolean;
  title?: ReactNode;
  /** `h3` for a plate inside of a section. */
  level?: 'h2' | 'h3';
  meta?: ReactNode;
}) {
  return (
    <div {...rest} className={classNames('plate', padded && !title && 'plate-padded', className)}>
      {title ? (
        <>
          <div className="plate-head">
            <Heading className="plate-title">{title}</Heading>
            {meta && <span className="meta">{meta}</span>}
          </div>
          {padded ? <div className="p-4">{children}</div> : children}
        </>
      ) : (
        children
      )}
    </div>
  );
}

/** The top of a page: its one h1, a quiet line beside it, its actions. */
export function PageHead({
  title,
  sub,
  actions,
  wideActions = false,
}: {
  title: ReactNode;
  sub?: ReactNode;
  actions?: ReactNode;
  /** On a phone: a row of its own, full width. */
  wideActions?: boolean;
}) {
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {sub && <span className="page-head-sub">{sub}</span>}
      {actions && (
        <div className={classNames('page-head-actions', wideActions && 'page-head-actions-wide')}>{actions}</div>
      )}
    </div>
  );
}

/** Title, ruler, one number. */
export function SectionHead({ title, meta, id }: { title: ReactNode; meta?: ReactNode; id?: string }) {
  return (
    <div className="section-head">
      <h2 id={id}>{title}</h2>
      <i className="section-rule" aria-hidden="true" />
      {meta && <span className="section-meta">{meta}</span>}
    </div>
  );
}

/** A headed part of a page. */
export function Section({
  title,
  meta,
  className,
  children,
}: {
  title: ReactNode;
  meta?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={classNames('section', className)}>
      <SectionHead title={title} meta={meta} />
      {children}
    </section>
  );
}
