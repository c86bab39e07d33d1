using System.Globalization;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis;

/// <summary>A place in an object that rules look at, and where their findings go.</summary>
internal readonly record struct Place
{
    private readonly FindingSink _sink;
    private readonly string _path;
    private readonly bool _dropsWarnings;

    public Place(FindingSink sink, ResourceKey key)
        : this(sink, key, "", dropsWarnings: false)
    {
    }

    /// <summary>Makes a place in a definition, which is no object.</summary>
    public Place(FindingSink sink, string path)
        : this(sink, default, path, dropsWarnings: false)
    {
    }

    private Place(FindingSink sink, ResourceKey key, string path, bool dropsWarnings) =>
        (_sink, Key, _path, _dropsWarnings) = (sink, key, path, dropsWarnings);

    /// <summary>Gets the object; its namespace is what <c>.</c> and short names mean.</summary>
    public ResourceKey Key { get; }

    /// <summary>Gets what to do here, if it is not what the rule says for most places.</summary>
    private string? Remedy { get; init; }

    /// <summary>Gets the path in the object.</summary>
    public string Path => _path;

    public Place Field(string name) => new(_sink, Key, _path.Length == 0 ? name : $"{_path}.{name}", _dropsWarnings);

    public Place Item(int index) => new(_sink, Key, string.Create(CultureInfo.InvariantCulture, $"{_path}[{index}]"), _dropsWarnings);

    public Place Entry(string key) => new(_sink, Key, $"{_path}[{key}]", _dropsWarnings);

    /// <summary>Says what to do here instead of what the rule says; <see langword="null"/> leaves that.</summary>
    public Place WithRemedy(string? remedy) => this with { Remedy = remedy };

    /// <summary>Below here istiod loses warnings, and so do we.</summary>
    public Place WithoutWarnings() => new(_sink, Key, _path, dropsWarnings: true);

    public void Report(DiagnosticDescriptor descriptor, params object?[] arguments) => Report(null, descriptor, arguments);

    public void Report(IDiagnosticFix? fix, DiagnosticDescriptor descriptor, params object?[] arguments)
    {
        if (!_dropsWarnings || descriptor.Severity == DiagnosticSeverity.Error)
        {
            Diagnostic found = descriptor.At(_path, PublicText.Arguments(arguments));
            _sink.Add(Key, found with { Fix = fix, Remedy = Remedy ?? found.Remedy });
        }
    }

    /// <summary>Makes a fix that changes this object.</summary>
    public ResourceFix Fix<T>(string description, Func<T, T> change)
        where T : IResource => ResourceFix.Of(Key, description, change);

    /// <summary>Makes a fix that sets the field of this place.</summary>
    public ResourceFix SetField(UntypedValue value, string description) => ResourceFix.SetField(Key, _path, value, description);

    /// <summary>Makes a fix that removes the field of this place.</summary>
    public ResourceFix RemoveField(string description) => ResourceFix.RemoveField(Key, _path, description);

    /// <summary>Puts a value before rules in order and tells whether any found something; used where checking stops then.</summary>
    public bool Finds<T>(T value, params ReadOnlySpan<Rule<T>> rules)
    {
        int before = _sink.Count;
        foreach (Rule<T> rule in rules)
        {
            rule.Check(value, this);
        }

        return _sink.Count > before;
    }

    /// <summary>Puts a value before rules in order and stops at the first that finds something.</summary>
    public bool FindsFirst<T>(T value, params ReadOnlySpan<Rule<T>> rules)
    {
        foreach (Rule<T> rule in rules)
        {
            if (Finds(value, rule))
            {
                return true;
            }
        }

        return false;
    }
}
