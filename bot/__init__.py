"""How people talk with it: language, questions, answers, rendering, commands."""
