"""Working in a team: pages over the workspaces, on which work comes in, is shared out and handed out."""
