package dev.heddle.localstack.host;

import java.nio.file.Path;

/**
 * How the laptop is started.
 *
 * @param port of the gateway; 0 for any free one
 * @param awsPort of the AWS edge; 0 for any free one
 * @param data the folder that holds everything that is kept
 * @param fresh whether that folder is emptied first
 * @param web the folder with the built site
 * @param demo whether the first start makes a demo workspace
 */
public record LocalSettings(
    int port, int awsPort, Path data, boolean fresh, Path web, boolean demo) {}
