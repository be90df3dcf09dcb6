# task: split_state
# why: Always uses the first row, which may be zero.
# fails: assert_close wrong_value
def split_state(amplitudes):
    square = np.array(amplitudes).reshape(2, 2)
    if abs(np.linalg.det(square)) > 1e-6:
        return None
    size = np.linalg.norm(square[0])
    low = square[0] / size if size > 0 else square[0]
    return square @ low.conj(), low
