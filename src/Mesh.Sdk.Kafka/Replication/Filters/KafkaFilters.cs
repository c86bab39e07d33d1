namespace Mesh.Sdk.Kafka.Replication.Filters;

/// <summary>The filters of Kafka for topics, groups and settings of topics, with its defaults. Source: <c>DefaultTopicFilter</c> and its relatives.</summary>
public static class KafkaFilters
{
    /// <summary>Value of <c>topics</c> and <c>groups</c> unless set: everything.</summary>
    public const string Everything = ".*";

    /// <summary>Value of <c>topics.exclude</c> unless set.</summary>
    public const string DefaultTopicsExclude = @".*[\-\.]internal,.*\.replica,__.*";

    /// <summary>Value of <c>groups.exclude</c> unless set.</summary>
    public const string DefaultGroupsExclude = "console-consumer-.*,connect-.*,__.*";

    /// <summary>Value of <c>config.properties.exclude</c> unless set.</summary>
    public const string DefaultConfigPropertiesExclude =
        @"follower\.replication\.throttled\.replicas,leader\.replication\.throttled\.replicas,"
        + @"message\.timestamp\.difference\.max\.ms,message\.timestamp\.type,unclean\.leader\.election\.enable,min\.insync\.replicas";

    /// <summary>Reads <c>topics</c> and <c>topics.exclude</c>.</summary>
    /// <exception cref="FormatException">A pattern is not taken.</exception>
    public static NameFilter Topics(IReadOnlyDictionary<string, string> settings) =>
        new(Read(settings, "topics", Everything), Read(settings, "topics.exclude", DefaultTopicsExclude));

    /// <summary>Reads <c>groups</c> and <c>groups.exclude</c>.</summary>
    /// <exception cref="FormatException">A pattern is not taken.</exception>
    public static NameFilter Groups(IReadOnlyDictionary<string, string> settings) =>
        new(Read(settings, "groups", Everything), Read(settings, "groups.exclude", DefaultGroupsExclude));

    /// <summary>Reads <c>config.properties.exclude</c>; what it admits is copied to remote topics.</summary>
    /// <exception cref="FormatException">A pattern is not taken.</exception>
    public static NameFilter ConfigProperties(IReadOnlyDictionary<string, string> settings) =>
        new(PatternList.Parse(Everything), Read(settings, "config.properties.exclude", DefaultConfigPropertiesExclude));

    private static PatternList Read(IReadOnlyDictionary<string, string> settings, string name, string defaultValue) =>
        PatternList.Parse(settings.GetValueOrDefault(name, defaultValue));
}
