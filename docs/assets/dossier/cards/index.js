dossierCards(2);
