namespace Mesh.Sdk.Istio;

/// <summary>
/// Tells whether a text is a regular expression that RE2 accepts, by reading it; nothing is ever matched. Time grows with
/// the length of the text, except for nested counted repetitions, whose depth RE2 limits.
/// </summary>
/// <remarks>Source: RE2, <c>Syntax</c>; Go, <c>regexp/syntax</c>, which istiod checks expressions with.</remarks>
internal ref struct Re2Syntax
{
    private const int MaxDepth = 1000;
    private const int MaxRepeat = 1000;

    private readonly ReadOnlySpan<char> _text;
    private readonly HashSet<string> _names;
    private readonly Stack<Re2Group> _open;
    private Re2Group _group;
    private int _at;

    private Re2Syntax(ReadOnlySpan<char> text)
    {
        _text = text;
        _names = new(StringComparer.Ordinal);
        _open = new();
        _group = new();
    }

    public static bool IsValid(string text) => !HasLoneSurrogate(text) && new Re2Syntax(text).ReadAll();

    private static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }

    private bool ReadAll()
    {
        while (_at < _text.Length)
        {
            bool isRead = _text[_at] switch
            {
                '(' => ReadGroupStart(),
                ')' => ReadGroupEnd(),
                '|' => ReadAlternative(),
                '*' or '+' or '?' => ReadRepeat(1, 0, -1),
                '{' => ReadCount(),
                '[' => ReadClass(),
                '\\' => ReadEscape(),
                _ => ReadLiteral(),
            };
            if (!isRead)
            {
                return false;
            }
        }

        return _open.Count == 0;
    }

    private bool ReadLiteral()
    {
        _at += char.IsHighSurrogate(_text[_at]) ? 2 : 1;
        _group.AddItem();
        return true;
    }

    private bool ReadAlternative()
    {
        _at++;
        _group.StartAlternative();
        return true;
    }

    private bool ReadGroupStart()
    {
        _at++;
        if (_text[_at..] is not ['?', ..])
        {
            return Open();
        }

        _at++;
        if (_text[_at..] is ['P', '<', ..] or ['<', ..])
        {
            _at += _text[_at] == 'P' ? 2 : 1;
            int end = _text[_at..].IndexOf('>');
            ReadOnlySpan<char> name = end < 0 ? default : _text.Slice(_at, end);
            _at += end + 1;
            return IsName(name) && _names.Add(name.ToString()) && Open();
        }

        return ReadFlags();
    }

    // Flags: (?i-s) for the rest of the group, (?i-s:...) for a group of their own.
    private bool ReadFlags()
    {
        bool isNegative = false;
        bool hasFlag = false;
        while (_at < _text.Length)
        {
            switch (_text[_at++])
            {
                case 'i' or 'm' or 's' or 'U':
                    hasFlag = true;
                    break;
                case '-' when !isNegative:
                    (isNegative, hasFlag) = (true, false);
                    break;
                case ')' when hasFlag || !isNegative:
                    _group.EndRepeat();
                    return true;
                case ':' when hasFlag || !isNegative:
                    return Open();
                default:
                    return false;
            }
        }

        return false;
    }

    private bool Open()
    {
        _open.Push(_group);
        _group = new();
        return _open.Count < MaxDepth;
    }

    private bool ReadGroupEnd()
    {
        if (!_open.TryPop(out Re2Group? outer))
        {
            return false;
        }

        _at++;
        outer.AddItem(_group.Repeats);
        _group = outer;
        return true;
    }

    private bool ReadRepeat(int length, int min, int max)
    {
        _at += length;
        if (_text[_at..] is ['?', ..])
        {
            _at++;
        }

        return _group.RepeatLast(min, max, MaxRepeat);
    }

    // What has not the form of a count is plain text.
    private bool ReadCount()
    {
        int end = _text[_at..].IndexOf('}');
        ReadOnlySpan<char> count = end < 0 ? default : _text.Slice(_at + 1, end - 1);
        int comma = count.IndexOf(',');
        ReadOnlySpan<char> first = comma < 0 ? count : count[..comma];
        ReadOnlySpan<char> second = comma < 0 ? first : count[(comma + 1)..];
        if (!IsCount(first) || (!second.IsEmpty && !IsCount(second)))
        {
            return ReadLiteral();
        }

        int min = ToCount(first);
        int max = second.IsEmpty ? -1 : ToCount(second);
        return min <= MaxRepeat && max <= MaxRepeat && (max < 0 || min <= max) && ReadRepeat(end + 1, min, max);
    }

    private bool ReadClass()
    {
        bool isRead = Re2Class.TryRead(_text, ref _at);
        _group.AddItem();
        return isRead;
    }

    private bool ReadEscape()
    {
        if (_text[_at..] is ['\\', 'Q', ..])
        {
            ReadQuotation();
            return true;
        }

        if (_text[_at..] is ['\\', 'A' or 'b' or 'B' or 'z', ..])
        {
            _at += 2;
            _group.AddItem();
            return true;
        }

        _group.AddItem();
        return Re2Escape.TryReadSet(_text, ref _at, out bool isSet) && (isSet || Re2Escape.TryReadCharacter(_text, ref _at, out _));
    }

    private void ReadQuotation()
    {
        ReadOnlySpan<char> rest = _text[(_at + 2)..];
        int end = rest.IndexOf(@"\E", StringComparison.Ordinal);
        int length = end < 0 ? rest.Length : end;
        _at += 2 + length + (end < 0 ? 0 : 2);
        if (length > 0)
        {
            _group.AddItem();
        }

        _group.EndRepeat();
    }

    private static bool IsName(ReadOnlySpan<char> name) =>
        !name.IsEmpty && name.IndexOfAnyExcept(Re2Escape.WordCharacters) < 0;

    private static bool IsCount(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9') && (text.Length == 1 || text[0] != '0');

    private static int ToCount(ReadOnlySpan<char> digits) => digits.Length > 4 ? int.MaxValue : int.Parse(digits, null);
}
