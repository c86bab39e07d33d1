namespace Mesh.Sdk.Istio;

/// <summary>A group of a regular expression that is being read: what a repetition at this place would repeat.</summary>
internal sealed class Re2Group
{
    private readonly List<Re2Repeat> _repeats = [];
    private bool _hasItem;
    private bool _isRepeated;
    private List<Re2Repeat> _last = [];

    /// <summary>Gets the counted repetitions in the group, outermost ones only.</summary>
    public List<Re2Repeat> Repeats
    {
        get
        {
            Keep();
            return _repeats;
        }
    }

    public void AddItem() => AddItem([]);

    /// <summary>Adds something that can be repeated.</summary>
    /// <param name="repeats">The counted repetitions in it.</param>
    public void AddItem(List<Re2Repeat> repeats)
    {
        Keep();
        (_last, _hasItem, _isRepeated) = (repeats, true, false);
    }

    public void StartAlternative()
    {
        Keep();
        (_last, _hasItem, _isRepeated) = ([], false, false);
    }

    /// <summary>Lets another repetition follow: something stands in between.</summary>
    public void EndRepeat() => _isRepeated = false;

    /// <summary>Repeats the last item; returns whether RE2 allows that.</summary>
    public bool RepeatLast(int min, int max, int limit)
    {
        if (!_hasItem || _isRepeated)
        {
            return false;
        }

        _isRepeated = true;
        if (min < 2 && max < 2)
        {
            return true;
        }

        Re2Repeat repeat = new(max < 0 ? min : max, _last);
        _last = [repeat];
        return repeat.IsAtMost(limit);
    }

    private void Keep()
    {
        _repeats.AddRange(_last);
        _last = [];
    }
}
