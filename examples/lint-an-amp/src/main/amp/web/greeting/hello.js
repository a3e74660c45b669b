alert('hello');
