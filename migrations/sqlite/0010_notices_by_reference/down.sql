drop index notices_by_reference;
