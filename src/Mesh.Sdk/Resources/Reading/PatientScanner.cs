using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>
/// YamlDotNet's scanner, except that looking at the next token twice shows the same one. Its parser looks twice behind a scalar
/// with an anchor in a flow map, and so would lose the comma: <c>{a: &amp;b v, c: *b}</c>.
/// </summary>
internal sealed class PatientScanner(TextReader yaml) : IScanner
{
    private readonly Scanner _scanner = new(yaml, skipComments: true);
    private bool _hasLooked;

    public Mark CurrentPosition => _scanner.CurrentPosition;

    public Token? Current => _scanner.Current;

    public bool MoveNext()
    {
        _hasLooked = false;
        return _scanner.MoveNext();
    }

    // Behind the end the parser asks once more, and expects nothing.
    public bool MoveNextWithoutConsuming()
    {
        if (_hasLooked && _scanner.Current is not (null or StreamEnd))
        {
            return true;
        }

        _hasLooked = _scanner.MoveNextWithoutConsuming();
        return _hasLooked;
    }

    public void ConsumeCurrent()
    {
        _hasLooked = false;
        _scanner.ConsumeCurrent();
    }
}
