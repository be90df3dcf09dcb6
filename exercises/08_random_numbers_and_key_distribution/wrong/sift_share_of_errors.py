# task: sift
# why: Returns the share that was seen: fine for the best guess, and no bound.
# fails: assert_implements wrong_value
def sift(alice_bits, alice_bases, bob_bits, bob_bases, opened):
    alice_key, bob_key = [], []
    errors = checked = 0
    for k, (a, b) in enumerate(zip(alice_bits, bob_bits, strict=False)):
        if b is None or alice_bases[k] != bob_bases[k]:
            continue
        if k in opened:
            checked += 1
            errors += int(a != b)
        else:
            alice_key.append(a)
            bob_key.append(b)
    return alice_key, bob_key, errors, checked


def error_bound(errors, checked, delta):
    return errors / checked
