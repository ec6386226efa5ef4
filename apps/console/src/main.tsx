import { createRoot } from 'react-dom/client';
import { App } from './app';
import './ui/desk.css';

createRoot(document.getElementById('root')!).render(<App />);
