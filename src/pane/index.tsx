import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root !== null) {
  void Office.onReady(() => createRoot(root).render(<h1>预算绩效自评助手</h1>));
}
