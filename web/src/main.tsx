import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/theme.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <main className="p-6">Heddle</main>
    </StrictMode>,
  );
}
