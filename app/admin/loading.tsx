import { LoadingRows, Skeleton } from '../_ui/kit/states.tsx';

/** The page's head and rows in grey, at their heights. */
export default function Loading() {
  return (
    <>
      <div className="page-head">
        <Skeleton className="h-6 w-40" />
      </div>
      <LoadingRows rows={6} />
    </>
  );
}
